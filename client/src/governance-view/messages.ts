// What the governance view and the extension say to one another: the view cannot reach the workbench in any other way.
import type { PlanView } from '../protocol.ts';

export type ToView =
  | { readonly kind: 'show'; readonly plan: string; readonly state: ViewState; readonly view: PlanView }
  /** `keeps`: what is shown is the last that could be drawn of the plan that is meant. */
  | { readonly kind: 'notice'; readonly text: string; readonly keeps: boolean };

export type FromView =
  | { readonly kind: 'ready' }
  /** The places of the element that was activated, as the server wrote them. */
  | { readonly kind: 'reveal'; readonly places: string };

/** What a view needs to be there again after the window was reloaded. */
export interface ViewState {
  readonly uri: string;
  readonly line: number;
  readonly planId?: string;
}
