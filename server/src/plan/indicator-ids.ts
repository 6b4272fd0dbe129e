// The ids of the indicators that the registry of the classifier knows; all else about them is in governance/indicators.ts.
import registry from '../../data/indicators.json' with { type: 'json' };

export const indicatorIds: readonly string[] = registry.indicators.map((indicator) => indicator.id);
