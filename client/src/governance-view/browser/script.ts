// The one script of the governance view: puts what the extension sends into the page, touching only what became another, and tells the extension
// what was activated. Scroll, focus, selection and what is folded open stay as they are.
import morphdom from 'morphdom';
import type { PlanView } from '../../protocol.ts';
import type { FromView, ToView, ViewState } from '../messages.ts';

interface Kept extends ViewState {
  readonly scroll: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const editor = acquireVsCodeApi();
const notice = byId('notice');
const glance = byId('glance');
const nav = document.querySelector('nav') as HTMLElement;
const main = document.querySelector('main') as HTMLElement;
const shown = new Map<string, string>();
let plan: string | undefined;
let lastFocus: string | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data.kind === 'show') show(data.view, data.plan, data.state);
  else tell(data.text, data.keeps);
});
document.addEventListener('click', (event) => {
  const element = event.target instanceof Element ? event.target.closest('[data-text], a[href^="#"]') : null;
  if (element === null) return;
  event.preventDefault();
  // Whoever marks a text to copy it does not want to go anywhere.
  const selection = getSelection();
  if (selection && !selection.isCollapsed && selection.containsNode(element, true)) return;
  activate(element);
});
document.addEventListener('keydown', (event) => {
  const element = event.target instanceof Element ? event.target.closest('[data-text]') : null;
  if (element === null || (event.key !== 'Enter' && event.key !== ' ') || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  activate(element);
});
// A page loses its focus to another part of the window, and finds it again here when the user comes back with the keyboard.
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.id) lastFocus = target.id;
});
window.addEventListener('focus', () => {
  if (lastFocus !== undefined && document.activeElement === document.body)
    document.getElementById(lastFocus)?.focus({ preventScroll: true });
});
document.addEventListener('scrollend', () => keep({}));
editor.postMessage({ kind: 'ready' });

function show(view: PlanView, name: string, state: ViewState): void {
  const isFirst = plan === undefined;
  const isAnother = plan !== name;
  const focused = document.activeElement?.id;
  plan = name;
  document.documentElement.lang = view.language === 'zh' ? 'zh-Hans' : 'en';
  notice.hidden = true;
  document.body.classList.remove('stale');
  const [first, ...others] = view.sections;
  if (first) fill(glance, first.id, first.html);
  listSections(view.contents, others);
  const wanted = new Set(others.map(({ id }) => id));
  for (const section of [...main.children]) {
    if (wanted.has(section.id)) continue;
    section.remove();
    shown.delete(section.id);
  }
  for (const { id, title, html } of others) {
    const { heading, content } = sectionOf(id);
    heading.textContent = title;
    fill(content, id, html);
  }
  if (isFirst) scrollTo(0, editor.getState()?.scroll ?? 0);
  else if (isAnother) scrollTo(0, 0);
  // An element that was moved has lost the focus on the way.
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  keep(state);
}

/** What cannot be drawn anew is left as it was, or taken away where it was about something else. */
function tell(text: string, keeps: boolean): void {
  notice.textContent = text;
  notice.hidden = false;
  if (keeps) {
    document.body.classList.add('stale');
    return;
  }
  plan = undefined;
  shown.clear();
  glance.replaceChildren();
  main.replaceChildren();
  nav.hidden = true;
}

/** Brings an element's content to what the markup says; what is the same is not touched. */
function fill(element: Element, id: string, html: string): void {
  if (shown.get(id) === html) return;
  shown.set(id, html);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const wanted = element.cloneNode(false) as Element;
  wanted.append(...parsed.body.childNodes);
  morphdom(element, wanted, {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => {
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      return !from.isEqualNode(to);
    },
  });
}

function sectionOf(id: string): { readonly heading: HTMLElement; readonly content: Element } {
  const known = document.getElementById(id);
  if (known?.parentElement === main) return { heading: byId(`${id}-heading`), content: known.children[1] as Element };
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  const content = document.createElement('div');
  section.id = id;
  heading.id = `${id}-heading`;
  section.setAttribute('aria-labelledby', heading.id);
  section.append(heading, content);
  main.append(section);
  return { heading, content };
}

function listSections(label: string, sections: PlanView['sections']): void {
  const list = nav.firstElementChild as Element;
  const key = JSON.stringify([label, sections.map(({ id, title }) => [id, title])]);
  nav.hidden = false;
  if (shown.get('nav') === key) return;
  shown.set('nav', key);
  nav.setAttribute('aria-label', label);
  list.replaceChildren(
    ...sections.map(({ id, title }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.textContent = title;
      item.append(link);
      return item;
    }),
  );
}

function activate(element: Element): void {
  const places = element.getAttribute('data-text');
  if (places !== null) editor.postMessage({ kind: 'reveal', places });
  else goTo(element.getAttribute('href')?.slice(1) ?? '');
}

/** With the focus, so that the next press of Tab goes on from there. */
function goTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  const focusable = document.getElementById(`${id}-heading`) ?? target;
  focusable.tabIndex = -1;
  focusable.focus({ preventScroll: true });
  target.scrollIntoView();
}

function keep(change: Partial<ViewState>): void {
  const before = editor.getState();
  if (before === undefined && change.uri === undefined) return;
  editor.setState({ ...(before as Kept), ...change, scroll: window.scrollY });
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`there is no #${id}`);
  return element;
}
