// `npm start`: builds when something changed, then begins a new interview. What follows `--` is passed on.
import { ensureBuilt, program } from './program.js';

await ensureBuilt();
process.argv = [process.execPath, program, 'new', ...process.argv.slice(2)];
await import(program);
