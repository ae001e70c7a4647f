// The bare Ink program with the libraries and the banks of an interview loaded first.
import './libraries.js';

await import('./bare-ink.js');
