// The page around the governance view. It is empty: its one script fills it with what the extension sends. Nothing may load or run but that
// script and the style, each named by a value that is made for this page alone.

export interface PageParts {
  /** Made anew for every page: see `createNonce`. */
  readonly nonce: string;
  /** Addresses within the extension. */
  readonly script: string;
  readonly style: string;
  readonly title: string;
}

export function composePage({ nonce, script, style, title }: PageParts): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(policyFor(nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="stylesheet" nonce="${escapeText(nonce)}" href="${escapeText(style)}">
</head>
<body>
<p id="notice" class="notice" role="status" hidden></p>
<header id="glance"></header>
<nav hidden><ul></ul></nav>
<main></main>
<script nonce="${escapeText(nonce)}" src="${escapeText(script)}"></script>
</body>
</html>
`;
}

/** Nothing but what bears the nonce: no picture, no font, no connection, no frame, no form, no style or script within the page. */
export function policyFor(nonce: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
}

/** 128 bits from the host's own source of randomness. */
export function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
