// How a thread of `--concurrency` knows that it is one.

/** Stands in place of a command where the program is started as a thread: no command has such a name. */
export const threadArgument = '--thread';
