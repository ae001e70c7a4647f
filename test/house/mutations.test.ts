import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../proof/mutations.js';
import { root } from './program.js';

describe('the promises that the proof breaks on purpose', () => {
  it.each(mutations.map(({ line, file, find }) => ({ line, file, find })))(
    'find the place to break: $line',
    ({ file, find }) => {
      const text = readFileSync(path.join(root, file), 'utf8');

      expect(text.split(find)).toHaveLength(2);
    },
  );
});
