// The bare prompt with the libraries and the banks of an interview loaded first.
import './libraries.js';

await import('./bare-enquirer.js');
