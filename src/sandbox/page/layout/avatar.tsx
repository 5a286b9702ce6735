// A person without a picture: initials on a colour of their own.

const HUES = 12;

/** Decoration only: the name stands beside it. */
export function Avatar({ id, name }: { readonly id: string; readonly name: string }) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
  return (
    <span class="avatar" aria-hidden="true" style={{ '--hue': `${hueOf(id)}deg` }}>
      {initials}
    </span>
  );
}

/** The lowest digits of neighbouring ids hardly differ: all are mixed in. */
function hueOf(id: string): number {
  const mixed = [...id].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 9_973, 7);
  return (mixed % HUES) * (360 / HUES);
}
