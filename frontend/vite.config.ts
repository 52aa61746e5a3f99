import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const backend = process.env.SILD_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  base: '/',
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
    react(),
    // Opens the app without a connection. Pages come from the server whenever it answers, so that a new version is taken
    // at the next navigation, and nothing but the files of the build is ever stored.
    VitePWA({
      filename: 'sw.js',
      injectRegister: null,
      manifest: false,
      registerType: 'autoUpdate',
      workbox: {
        globPatterns: ['index.html', 'boot.*', 'favicon.svg', 'assets/*.{js,css,woff2}'],
        dontCacheBustURLsMatching: /^assets\//,
        inlineWorkboxRuntime: true,
        sourcemap: false,
        skipWaiting: true,
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        directoryIndex: null,
        navigateFallback: null,
        runtimeCaching: [
          {
            // The pages of the app, as in the server's WebApp.
            urlPattern: ({ request, url }) =>
              request.mode === 'navigate' &&
              url.origin === self.location.origin &&
              /^\/(?!(api|q|oauth|problems|assets)(\/|$))[^.]*$/.test(url.pathname),
            handler: 'NetworkOnly',
            options: { precacheFallback: { fallbackURL: 'index.html' } },
          },
        ],
      },
    }),
  ],
  resolve: { tsconfigPaths: true },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: backend, changeOrigin: false }, '/oauth': { target: backend } },
  },
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    manifest: true,
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'vendor', test: /node_modules/, tags: ['$initial'], priority: 2 }],
        },
      },
    },
  },
});
