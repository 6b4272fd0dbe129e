// The version of the package, for `--version` and for every report.
import metadata from '../../package.json' with { type: 'json' };

export const version: string = metadata.version;
