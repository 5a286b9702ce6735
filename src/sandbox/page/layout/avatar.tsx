// An avatar without an image: initials on a colour derived from the id.

const HUES = 12;

/** Hidden from screen readers, because the name is always next to it. */
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

/** Hashes all digits, because neighbouring ids differ only in the last ones. */
function hueOf(id: string): number {
  const hash = [...id].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 9_973, 7);
  return (hash % HUES) * (360 / HUES);
}
