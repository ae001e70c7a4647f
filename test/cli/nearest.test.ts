import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const TODO = [
  'format: 1',
  'spec: todo',
  'depth: quick',
  'banks: { core: 1 }',
  'answers:',
  '  ctx.purpose: Notes for one person.',
  '  data.ids_highest: { status: unknown, owner: Ana }',
  '',
].join('\n');

function aTodo(): AWorld {
  const world = aWorld();
  world.dir.write('specs/todo/answers.yaml', TODO);
  return world;
}

const line = (text: string): readonly string[] => text.split(' ');

describe('a name with a slip', () => {
  it.each([
    ['check tood', 'todo'],
    ['regenerate tood', 'todo'],
    ['diff tood', 'todo'],
    ['accept tood', 'todo'],
    ['adopt tood', 'todo'],
    ['upgrade tood', 'todo'],
    ['trace tood', 'todo'],
    ['status tood', 'todo'],
    ['review tood', 'todo'],
    ['resume tood', 'todo'],
    ['why tood ctx.purpose', 'todo'],
    ['answer tood ctx.purpose x', 'todo'],
    ['ask tood --for Ana', 'todo'],
    ['waive tood some-finding --until 2027-01-01 --reason x', 'todo'],
    ['answer todo ctx.purpos x', 'ctx.purpose'],
    ['context --set rol.flag_sytem=x --yes', 'rol.flag_system'],
    ['new Other --set ctx.purpos=x --yes', 'ctx.purpose'],
    ['regenerate todo --format speec', 'spec'],
    ['formats lint speec', 'spec'],
    ['formats eject speec', 'spec'],
    ['practice paymets', 'payments'],
    ['reviw todo', 'review'],
    ['review todo --jsn', '--json'],
    ['regenerate --dry-rn', '--dry-run'],
  ])('%s: suggests %s, and ends with 2', async (typed, near) => {
    const { code, out, err } = await aTodo().run(...line(typed));

    expect(err).toContain(`Did you mean ${near}?`);
    expect(err.match(/Did you mean/g)).toHaveLength(1);
    expect(err).not.toMatch(/error:|!/);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    ['formats lst', 'formats list'],
    ['banks lst', 'banks list'],
    ['completion bsh', 'bash'],
    ['new Other --depth quik --yes', 'quick'],
  ])('%s: names the few words there are', async (typed, word) => {
    const { code, err } = await aTodo().run(...line(typed));

    expect(err).toContain(word);
    expect(code).toBe(2);
  });

  it('a name that is near nothing is told where the names stand', async () => {
    const { err } = await aTodo().run('check', 'something-else-entirely');
    expect(err).toContain('There is no spec something-else-entirely. spec-interview list shows all');
    expect(err).not.toContain('Did you mean');
  });
});
