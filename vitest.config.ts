import { defineConfig } from 'vitest/config';
import { edgeLayers, pureLayers, testReport } from './test/house/layers.js';

const files = (layers: readonly string[]): string => `src/{${layers.join(',')}}/**`;
// Branches get ten points of slack: strict indexing makes us write fallbacks that no value can reach.
const floor = (percent: number) => ({
  lines: percent,
  statements: percent,
  functions: percent,
  branches: percent - 10,
});

export default defineConfig({
  test: {
    // Both find what hangs, however busy the machine is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    setupFiles: ['test/helpers/seeded.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/checkers/**', 'test/**/fixtures/**'],
    maxWorkers: 2,
    outputFile: { json: testReport },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
      thresholds: { [files(pureLayers)]: floor(95), [files(edgeLayers)]: floor(75) },
    },
  },
});
