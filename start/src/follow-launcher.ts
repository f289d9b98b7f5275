// Loaded into the server's process before the server: when the launcher is gone, however it ended, the server leaves too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening must not keep a finished process alive.
process.channel?.unref()
