import { describe, expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.js';
import { root } from '../house/program.js';
import { renderElsewhere } from './other-place.js';
import { writeCases } from './write-cases.js';

describe('the rendered cases', () => {
  it.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ])(
    'are the same bytes in $TZ with $LANG',
    async (place) => {
      const folder = aTempDir();
      await renderElsewhere(folder.path, place);
      const here = aTempDir();
      const written = writeCases(root, here.path);

      expect(written.length).toBeGreaterThan(80);
      for (const file of written) expect(folder.read(file)).toBe(here.read(file));
    },
    180_000,
  );
});
