// SPDX-License-Identifier: MIT
// How the pages are built and served while developing. `mode` picks which pages (see tools/build.mjs).
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type ProxyOptions } from 'vite';
import { buildId } from './tools/build-id.mjs';

const page = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url));
const desks = ['home', 'desk', 'moderator', 'presenter', 'stage', 'results', 'anonymity', 'help'];
const server = process.env['DURF_SERVER'] ?? 'http://127.0.0.1:8080';

/** The server knows /desk, Vite knows /desk.html: the same addresses must work while developing. */
function pagesWithoutSuffix(): Plugin {
  const rewrite = (request: { url?: string | undefined }) => {
    const name = /^\/([a-z]+)(?=[?#]|$)/.exec(request.url ?? '')?.[1];
    if (name && desks.includes(name)) request.url = `/${name}.html`;
  };
  return {
    name: 'durf-pages-without-suffix',
    configureServer: ({ middlewares }) => void middlewares.use((request, _response, next) => (rewrite(request), next())),
    configurePreviewServer: ({ middlewares }) => void middlewares.use((request, _response, next) => (rewrite(request), next())),
  };
}

/** Vite wraps late imports in a loader of what they need besides. Ours need nothing: the wrapper would only be bytes. */
function bareLateImports(): Plugin {
  return {
    name: 'durf-bare-late-imports',
    enforce: 'pre',
    load: (id) => id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  };
}

/** The desks' late imports come as the network allows, and not only once. */
function patientLateImports(): Plugin {
  const loader = fileURLToPath(new URL('src/ui/bringAll.ts', import.meta.url));
  return {
    name: 'durf-patient-late-imports',
    enforce: 'pre',
    load: (id) => id.includes('vite/preload-helper') ? `export { __vitePreload } from ${JSON.stringify(loader)};` : null,
  };
}

/** The server refuses a Host and an Origin that are not its own, and while developing the page comes from Vite. */
const asTheServersOwn: ProxyOptions = {
  target: server,
  ws: true,
  changeOrigin: true,
  configure: (proxy) => {
    const speakForServer = (request: { setHeader(name: string, value: string): unknown }) => void request.setHeader('origin', server);
    proxy.on('proxyReq', speakForServer);
    proxy.on('proxyReqWs', speakForServer);
  },
};

export default defineConfig(({ mode }) => ({
  appType: 'mpa',
  plugins: [pagesWithoutSuffix(), mode === 'participant' ? bareLateImports() : patientLateImports()],
  define: { __BUILD__: JSON.stringify(buildId()) },
  // One copy of public/ is enough, and it comes with the first of the two builds.
  publicDir: mode === 'desks' ? false : 'public',
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // A browser without it can run these pages too: it only fetches a little later.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, mangle: { toplevel: true } },
    rollupOptions: mode === 'participant'
      // One late file, under a name that the page can work out: see src/views/participant/later.ts.
      ? { input: [page('index')], output: { chunkFileNames: `assets/later-${buildId()}.js` } }
      : { input: desks.map(page) },
  },
  server: { proxy: { '/ws': asTheServersOwn, '/api': asTheServersOwn } },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'tools/**/*.test.ts'] },
}));
