// The reference: the least that a prompt of enquirer can be.
import './node-20.js';
import enquirer from 'enquirer';

await enquirer.prompt({ type: 'input', name: 'answer', message: 'ready' });
