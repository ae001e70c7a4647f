import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answered, type Answer } from '../../src/bank/index.js';
import type { Session } from '../../src/interview/index.js';
import { createSaver, type Disk } from '../../src/store/index.js';
import { aProject, openedSpec, type AProject } from '../helpers/a-project.js';
import { aFailingDisk } from './failing-disk.js';
import { bank, readBack } from './splice-fixture.js';

const text = 'format: 1\nname: Limiter\nanswers:\n  arc.tier: T1 # agreed\n  rec.rpo: soon\n';

const withAnswer = (session: Session, id: string, answer: Answer): Session => ({
  ...session,
  saved: { ...session.saved, answers: new Map([...session.saved.answers, [id, answer]]) },
  unfit: new Map([...session.unfit].filter(([other]) => other !== id)),
});

const saverOf = (project: AProject, start: string | undefined, disk: Disk = project.disk) =>
  createSaver({
    disk,
    bank,
    own: { path: project.spec.answers, text: start, schema: project.spec.schema },
    context: { path: project.project.context },
  });

describe('a saver', () => {
  it('creates the file with the first answer', () => {
    const project = aProject();
    const { session } = openedSpec(project, bank);
    const save = saverOf(project, undefined);
    expect(save(session, withAnswer(session, 'arc.tier', answered('T0')))).toEqual({
      ok: true,
      value: undefined,
    });
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(
      '# yaml-language-server: $schema=../../.spec-interview/schema/answers.json\nformat: 1\nname: limiter\ndepth: standard\nbanks:\n  core: 1\nanswers:\n  arc.tier: T0\n',
    );
  });

  it('changes one line, and keeps the permissions of the file', () => {
    const project = aProject('limiter', text);
    const { session, text: start } = openedSpec(project, bank);
    const mode = statSync(project.spec.answers).mode;
    expect(saverOf(project, start)(session, withAnswer(session, 'arc.tier', answered('T0'))).ok).toBe(true);
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text.replace('T1 # agreed', 'T0 # agreed'));
    expect(statSync(project.spec.answers).mode).toBe(mode);
  });

  it('writes nothing when nothing that is stored changed', () => {
    const project = aProject('limiter', text);
    const { session, text: start } = openedSpec(project, bank);
    const before = statSync(project.spec.answers).ino;
    saverOf(project, start)(session, { ...session, position: { type: 'review' } });
    expect(statSync(project.spec.answers).ino).toBe(before);
  });

  it('brings back what did not fit its question when the answer is undone', () => {
    const project = aProject('limiter', text);
    const { session, text: start } = openedSpec(project, bank);
    expect([...session.unfit.keys()]).toEqual(['rec.rpo']);
    const save = saverOf(project, start);
    const after = withAnswer(session, 'rec.rpo', answered('5 min'));
    save(session, after);
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text.replace('soon', '5 min'));
    save(after, session);
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text);
    const cleared = { ...session, unfit: new Map() };
    save(session, cleared);
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text.replace('  rec.rpo: soon\n', ''));
  });

  it('refuses when somebody else changed or removed the file, and overwrites nothing', () => {
    const project = aProject('limiter', text);
    const { session, text: start } = openedSpec(project, bank);
    const save = saverOf(project, start);
    project.dir.write('specs/limiter/answers.yaml', `${text}# hello\n`);
    const refused = save(session, withAnswer(session, 'arc.tier', answered('T0')));
    expect(refused).toMatchObject({
      ok: false,
      error: [{ code: 'changed-on-disk', place: { file: project.spec.answers } }],
    });
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(`${text}# hello\n`);
  });

  it('refuses to create a file that somebody else made meanwhile', () => {
    const project = aProject();
    const { session } = openedSpec(project, bank);
    const save = saverOf(project, undefined);
    project.dir.write('specs/limiter/answers.yaml', text);
    expect(save(session, withAnswer(session, 'arc.tier', answered('T0'))).ok).toBe(false);
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text);
  });

  it('writes shared answers to the context', () => {
    const project = aProject('limiter', text);
    const { session, text: start } = openedSpec(project, bank);
    const save = saverOf(project, start);
    save(session, { ...session, context: new Map([['arc.name', answered('Limiter')]]) });
    expect(project.dir.read('.spec-interview/context.yaml')).toBe(
      '# yaml-language-server: $schema=./schema/context.json\nformat: 1\nbanks:\n  core: 1\nanswers:\n  arc.name: Limiter\n',
    );
    expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text);
  });

  it('saves a context interview without name and depth', () => {
    const project = aProject();
    const { session } = openedSpec(project, bank);
    const save = createSaver({ disk: project.disk, bank, own: { path: project.project.context } });
    save(
      { ...session, mode: 'context' },
      { ...withAnswer(session, 'arc.name', answered('x')), mode: 'context' },
    );
    expect(project.dir.read('.spec-interview/context.yaml')).toContain(
      'format: 1\nbanks:\n  core: 1\nanswers:\n  arc.name: x\n',
    );
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO'])(
    'says that nothing is saved on %s at any step, and saves at the next try',
    (code) => {
      for (let failing = 0; failing < 8; failing += 1) {
        const project = aProject('limiter', text);
        const { session, text: start } = openedSpec(project, bank);
        const { disk, steps } = aFailingDisk(failing, code);
        const save = saverOf(project, start, disk);
        const answeredNow = withAnswer(session, 'arc.tier', answered('T0'));
        const after = { ...answeredNow, context: new Map([['arc.name', answered('x')]]) };
        const first = save(session, after);
        const files = readdirSync(project.spec.dir);
        expect(files).toEqual(['answers.yaml']);
        if (first.ok) {
          expect(steps[failing] ?? 'syncFolder').toBe('syncFolder');
        } else {
          expect(first.error[0]?.message).toMatch(/^The answer is not saved: /);
          expect(first.error[0]?.hint).toBeDefined();
          expect(project.dir.read('specs/limiter/answers.yaml')).toBe(text);
          expect(save(session, after).ok).toBe(true);
        }
        expect(
          readBack(project.dir.read('specs/limiter/answers.yaml').replace(/ {2}rec.*\n/, '')).answers.get(
            'arc.tier',
          ),
        ).toEqual(answered('T0'));
        expect(readFileSync(project.project.context, 'utf8')).toContain('arc.name: x');
      }
    },
  );
});
