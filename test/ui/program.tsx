// A program that shows the face around a fake form, so that tests can see it in a real terminal.
import { mount } from '../../src/ui/index.js';
import { fakeForm } from './fake-form.js';

const form = fakeForm({
  onLeave: () => {
    face.close('left');
  },
  onEditor: () => {
    void face.suspend(async () => {
      process.stdout.write(`editor: raw ${String(process.stdin.isRaw)}\n`);
      await new Promise((resolve) => {
        process.stdin.resume().once('data', resolve);
      });
    });
  },
});
const face = mount<string>({ form, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
try {
  const reason = await face.closed;
  process.stdout.write(`closed: ${String(reason)} ${form.items().join(',')}\n`);
} catch (error) {
  process.stdout.write(
    `broken: ${error instanceof Error ? error.name : 'unknown'}, raw ${String(process.stdin.isRaw)}\n`,
  );
  process.exitCode = 1;
}
