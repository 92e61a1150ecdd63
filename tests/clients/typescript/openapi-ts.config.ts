import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: '../../../openapi/openapi.json',
  // Node wants whole names.
  output: { path: 'generated', importFileExtension: '.js' },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
});
