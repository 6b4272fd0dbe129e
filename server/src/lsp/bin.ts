// The entry of the bundle that editors start: the transport is named on the command line.
import { startNodeServer } from './node.ts';

startNodeServer();
