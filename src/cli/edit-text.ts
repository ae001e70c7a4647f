import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditorRequest } from '../form/index.js';
import { withoutEnd } from '../kernel/index.js';
import type { World } from './world.js';

const OPEN = '<!--';
const CLOSE = 'These lines are removed again. -->';

/** Lets the person edit a text in their own editor; nothing comes back when the editor fails or changes nothing. */
export async function editText(world: World, request: EditorRequest): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-interview-'));
  const file = join(folder, 'answer.md');
  const before = `${OPEN}\n${request.comment.join('\n').replaceAll('-->', '')}\n${CLOSE}\n\n${request.text}\n`;
  writeFileSync(file, before, { mode: 0o600 });
  const ended = await runEditor(world, file);
  const after = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return ended && after !== before ? withoutComment(after) : undefined;
}

async function runEditor({ env }: World, file: string): Promise<boolean> {
  const editor = env['VISUAL'] || env['EDITOR'] || 'vi';
  const child = spawn(`${editor} "$SPEC_INTERVIEW_FILE"`, {
    shell: true,
    stdio: 'inherit',
    env: { ...env, SPEC_INTERVIEW_FILE: file },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

function withoutComment(text: string): string {
  const start = text.indexOf(OPEN);
  const end = text.indexOf(CLOSE);
  const rest = start === -1 || end < start ? text : text.slice(0, start) + text.slice(end + CLOSE.length);
  return withoutEnd(rest.replace(/^\s*\n/, ''), '\n');
}
