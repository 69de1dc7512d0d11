// SPDX-License-Identifier: MIT
// What is given back to the heap is wiped first, so that the memory of a running server holds nothing of phones
// that have left: a token has been in a socket's buffer, in a text, in its parts and in a command, and all of
// these were freed without a thought. Root can read the memory of any process; it lowers what there is to find,
// and promises nothing against who is there all the time.
//
// Replaces the global `operator new` and `operator delete` of the program that calls this. Not under a
// sanitizer, which needs its own. What it costs is lost in the noise of a thousand phones that vote.
#pragma once

namespace durf::runtime {

/// For OpenSSL as well. Call it first of all, before any thread: OpenSSL must not have allocated anything.
void wipe_freed_memory();

}  // namespace durf::runtime
