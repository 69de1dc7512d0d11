// SPDX-License-Identifier: MIT
/** The name of this build of the pages, as in dist/build.txt and in the server's `welcome`. */
declare const __BUILD__: string;
