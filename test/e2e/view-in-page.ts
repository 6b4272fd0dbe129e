// What the tests of the governance view do and look at within its page. Each function is sent there as it stands: it knows nothing of this file.

interface PageElement {
  readonly id: string;
  readonly style: { color: string };
  append(element: PageElement): void;
  remove(): void;
}
declare const document: {
  readonly activeElement: PageElement | undefined;
  getElementById(id: string): PageElement | undefined;
  createElement(name: string): PageElement;
  addEventListener(name: string, listener: () => void, options: { readonly once: boolean }): void;
};
declare const scrollY: number;
declare function scrollTo(x: number, y: number): void;
declare function getComputedStyle(element: PageElement): { readonly color: string; readonly outlineStyle: string };

/** In whole pixels. */
export function scrolled(): number {
  return Math.round(scrollY);
}

export function toTop(): void {
  scrollTo(0, 0);
}

/** Resolves when the page stands still again, and the view had time to note where. */
export function scrollDown(_: unknown, to: number): Promise<void> {
  return new Promise((resolve) => {
    if (Math.round(scrollY) === to) resolve();
    document.addEventListener('scrollend', () => setTimeout(resolve, 0), { once: true });
    scrollTo(0, to);
  });
}

export function focusedId(): string | undefined {
  return document.activeElement?.id;
}

export function markAsSeen(_: unknown, ids: readonly string[]): void {
  for (const id of ids) Object.assign(document.getElementById(id) ?? {}, { isSeen: true });
}

export function isSeen(element: unknown): boolean {
  return (element as { readonly isSeen?: boolean }).isSeen === true;
}

export function outlineOf(element: unknown): string {
  return getComputedStyle(element as PageElement).outlineStyle;
}

/** The colours of letters and lines that stand out too little from what is behind them, each with its ratio of contrast (WCAG 2.2, 1.4.3). */
export function poorContrasts(body: unknown): readonly string[] {
  const probe = document.createElement('span');
  (body as PageElement).append(probe);
  const channels = (name: string): readonly number[] => {
    probe.style.color = `color-mix(in srgb, var(--${name}) 100%, var(--${name}) 0%)`;
    const { color } = getComputedStyle(probe);
    const parts = (color.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
    return color.startsWith('rgb') ? parts.map((part) => part / 255) : parts;
  };
  const luminance = (name: string): number => {
    const linear = channels(name).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    const [red = 0, green = 0, blue = 0] = linear;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [first, second] = [luminance(one), luminance(other)];
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  };
  const letters = ['ink', 'faint', 'government', 'society', 'half', 'outside', 'error', 'warning', 'information', 'good', 'accent'];
  const strokes = ['directive', 'cooperative', 'other'];
  const backgrounds = ['control', 'autonomy', 'collaborative', 'equal', 'off', 'panel', 'soft-good', 'soft-warn', 'soft-error'];
  const pairs = [
    ...[...letters, ...strokes].map((name) => [name, 'paper'] as const),
    ...backgrounds.map((name) => ['ink', name] as const),
    ['warning', 'soft-warn'] as const,
  ];
  const poor = pairs.map(([one, other]) => `${one} on ${other}: ${contrast(one, other).toFixed(2)}`);
  probe.remove();
  return poor.filter((text) => Number(text.slice(text.indexOf(':') + 1)) < 4.5);
}
