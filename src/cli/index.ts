// cli: picks a face, plugs in the machines, turns results into exit codes. It must never decide what an interview does.
export { run } from './entry.js';
