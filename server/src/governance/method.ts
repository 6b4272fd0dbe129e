// The classifier's conventions, method version 1: every weight and threshold, in this one table (classifier.md).
export const method = {
  version: 1,
  /** Comparisons with a threshold use this tolerance. */
  tolerance: 1e-9,
  weights: {
    /** Affiliated society organizations, and half-and-half sectors. */
    sponsored: 0.5,
    locus: { decision: 0.5, lead: 0.3, command: 0.2 },
    interaction: { coverage: 0.3, cooperativeness: 0.2, reciprocity: 0.2, participation: 0.2, openness: 0.1 },
  },
  thresholds: {
    /** A body with at least this weight is a government actor. */
    governmentBody: 0.5,
    /** An axis of the context is high from here on, and borderline within `contextBand` of it. */
    contextHigh: 0.5,
    contextBand: 0.1,
    governmentLocus: 0.7,
    societyLocus: 0.3,
    /** Where a partnership without a shared decision falls back to collaborative governance. */
    fallbackLocus: 0.5,
    interaction: 0.4,
    borderline: 0.05,
    fullConfidenceMargin: 0.15,
  },
  evidence: { organizations: 2, linksOrBodies: 1, leadRoles: 1, decisionRights: 3 },
  stability: { elements: 400 },
} as const;
