import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One entry a UI: the portal at `/`, the admin at `/admin`. */
const entries = { portal: here('index.html'), admin: here('admin.html') };

const ground = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|zod)\//;

const bff = process.env.PORTAL_BFF_URL ?? 'http://localhost:3000';

/** What portal-bff does with the built pages: every path of the admin is its one page. */
const adminPaths: Plugin = {
  name: 'admin-paths',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/admin(\/[^.]*)?(\?|$)/.test(request.url ?? '')) request.url = '/admin.html';
      next();
    });
  },
};

export default defineConfig({
  plugins: [react(), adminPaths],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    rolldownOptions: {
      input: entries,
      // Both UIs stand on the same ground, which changes less often than they do: one file that stays cached.
      output: { codeSplitting: { groups: [{ name: 'ground', test: ground }] } },
    },
  },
  server: { proxy: { '/api': bff } },
});
