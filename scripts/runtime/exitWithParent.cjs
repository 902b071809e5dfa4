// Preloaded into the backend: its standard input is a pipe from the script that started it. When that script is killed, the
// pipe closes, and the backend ends in good order instead of holding the port for ever.
const { isMainThread } = require('node:worker_threads');

// Workers are given the same preloads, and an input that has ended from the start.
if (isMainThread) {
  const end = () => process.kill(process.pid, 'SIGTERM');
  process.stdin.on('end', end);
  process.stdin.on('error', end);
  process.stdin.resume();
  // Reading must not keep a backend alive that has ended by itself.
  process.stdin.unref();
}
