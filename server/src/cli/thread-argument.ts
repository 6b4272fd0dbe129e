/** What stands in place of a command where the program is started as one of the threads of `--concurrency`: no command has such a name. */
export const threadArgument = '--thread';
