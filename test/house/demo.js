// `npm run demo`: plays a finished interview without questions and says where the spec is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, program, root } from './program.js';

const name = 'rate-limiter-demo';
const answers = path.join(root, 'question-banks', 'cases', 'rate-limiter.yaml');

await ensureBuilt();
// A folder of its own: no repository above it, so the spec lands here and nowhere else.
const project = mkdtempSync(path.join(os.tmpdir(), 'spec-interview-demo-'));
const { status } = spawnSync(process.execPath, [program, 'new', name, '--answers', answers, '--yes'], {
  cwd: project,
  stdio: 'inherit',
});
const spec = path.join(project, 'specs', name, 'spec.md');
const written = existsSync(spec);
process.stdout.write(written ? `\nThe spec: ${spec}\n` : '\nNo spec was written.\n');
process.exitCode = written ? (status ?? 1) : status || 1;
