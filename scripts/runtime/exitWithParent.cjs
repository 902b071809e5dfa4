// Preloaded into the backend: its standard input is a pipe from the script that started it. When that script is killed, the
// pipe closes, and the backend ends in good order instead of holding the port for ever.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
// Reading must not keep a backend alive that has ended by itself.
process.stdin.unref();
