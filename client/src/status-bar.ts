// The status bar entry: the structural mode of the active plan and how sure it is, in a warning colour where context or target ask for
// another. Its tooltip says where the plan stands and why.
import * as vscode from 'vscode';
import type { ActivePlan, ActivePlanTracker } from './active-plan.ts';
import { language, t } from './language.ts';
import type { PlanClassification, StructureSummary } from './protocol.ts';

/** What the entry shows; also for whoever wants to know without looking at it. */
export interface ModeStatus {
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly isWarning: boolean;
}

export interface StatusBar {
  /** Undefined where the entry is hidden. */
  readonly current: ModeStatus | undefined;
  readonly onDidChange: vscode.Event<ModeStatus | undefined>;
}

export function createStatusBar(plan: ActivePlanTracker, owned: vscode.Disposable[]): StatusBar {
  const item = vscode.window.createStatusBarItem('mode', vscode.StatusBarAlignment.Right, 90);
  item.command = 'govplan.showGovernanceView';
  const changed = new vscode.EventEmitter<ModeStatus | undefined>();
  let current: ModeStatus | undefined;

  const show = (active: ActivePlan): void => {
    current = statusOf(active);
    item.name = t('Governance Mode');
    if (current === undefined) item.hide();
    else {
      item.text = current.text;
      item.tooltip = new vscode.MarkdownString(current.tooltip);
      item.backgroundColor = current.isWarning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
      item.accessibilityInformation = { label: current.text.replace(/\$\([\w~-]+\)\s*/g, ''), role: 'button' };
      item.show();
    }
    changed.fire(current);
  };
  owned.push(item, changed, plan.onDidChange(show));
  show(plan.current);

  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
  };
}

function statusOf(active: ActivePlan): ModeStatus | undefined {
  switch (active.kind) {
    case 'none':
      return undefined;
    case 'analysing':
      return { text: `$(sync~spin) ${t('Analysing plan…')}`, tooltip: '', isWarning: false };
    case 'known':
      return describe(active.classification);
  }
}

function describe(classification: PlanClassification): ModeStatus {
  const { structure, mismatch } = classification;
  if (structure === undefined) {
    const tooltip = t('The text has a fault of syntax. The mode is measured again as soon as it can be read.');
    return { text: `$(compass) ${t('Mode not known')}`, tooltip, isWarning: false };
  }
  const confidence = structure.confidence === undefined ? '' : ` ${structure.confidence.toFixed(2)}`;
  return {
    text: `$(compass) ${shortName(structure)}${confidence}`,
    tooltip: tooltipOf(classification, structure),
    isWarning: mismatch.context || mismatch.target,
  };
}

/** What stands in brackets is for those who read more than a word. */
function shortName({ name }: { readonly name: string }): string {
  const short = name.replace(/\s*[(（].*$/, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function tooltipOf({ title, context, target, mismatch }: PlanClassification, structure: StructureSummary): string {
  const lines = [`**${asText(title ?? t('Plan'))}**`, ''];
  const row = (label: string, value: string, isWarning = false): void => {
    lines.push(`- ${t('{0}: {1}', label, value)}${isWarning ? ` ⚠ ${t('differs')}` : ''}`);
  };
  row(t('Structure'), `**${asText(structure.name)}**`);
  row(t('Confidence'), structure.confidence === undefined ? t('too little evidence') : structure.confidence.toFixed(2));
  row(t('Locus L (1 government, 0 society)'), structure.L === undefined ? '–' : structure.L.toFixed(2));
  row(t('Interaction X'), structure.X.toFixed(2));
  if (structure.alternatives.length > 0) row(t('Borderline with'), namesOf(structure.alternatives));
  if (structure.nearest.length > 0) row(t('Nearest modes'), namesOf(structure.nearest));
  row(t('Context calls for'), context ? asText(context.name) : t('not known'), mismatch.context);
  if (target) row(t('Target'), asText(target.name), mismatch.target);
  if (structure.sensitive) lines.push('', t('It depends on how government-sponsored organizations count.'));
  if (structure.drivers.length > 0) {
    lines.push('', `**${t('Strongest drivers')}**`, '');
    for (const { name, axis, value } of structure.drivers) lines.push(`- ${t('{0}: {1} ({2})', asText(name), value.toFixed(2), axis)}`);
  }
  return lines.join('\n');
}

function namesOf(verdicts: readonly { readonly name: string }[]): string {
  return verdicts.map(({ name }) => asText(name)).join(language() === 'zh' ? '、' : ', ');
}

/** Titles are the author's text, not Markdown. */
function asText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~]/g, '\\$&').replace(/\s+/g, ' ');
}
