// Renders embeds and attachments: all their text, in a simple layout.
import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { Markdown } from '../markdown/markdown-view.js';
import { formatMessageTime } from '../state/time.js';
import { FileCard, Picture } from './components-v2.js';

/** Renders one embed. */
export function Embed({ embed }: { readonly embed: APIEmbed }) {
  const { color, title, url, author, footer, timestamp, image, thumbnail } = embed;
  const style = color === undefined ? {} : { '--accent': `#${color.toString(16).padStart(6, '0')}` };
  const footerText = [footer?.text, timestamp === undefined ? undefined : formatMessageTime(timestamp)]
    .filter(Boolean)
    .join(' · ');
  return (
    <div class="container accented" style={style}>
      {author === undefined ? null : <small class="embed-author">{author.name}</small>}
      {title === undefined ? null : <EmbedTitle title={title} url={url} />}
      {embed.description === undefined ? null : <Markdown text={embed.description} />}
      {embed.fields?.map(({ name, value }) => (
        <div key={name} class="embed-field">
          <strong>{name}</strong>
          <Markdown text={value} />
        </div>
      ))}
      {thumbnail === undefined ? null : <Picture kind="thumbnail" url={thumbnail.url} />}
      {image === undefined ? null : <Picture kind="media" url={image.url} />}
      {footerText === '' ? null : <small class="subtext">{footerText}</small>}
    </div>
  );
}

function EmbedTitle({ title, url }: { readonly title: string; readonly url: string | undefined }) {
  if (url === undefined || !/^https?:\/\//i.test(url)) return <strong>{title}</strong>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <strong>{title}</strong>
    </a>
  );
}

/** Renders an attachment that no component refers to. */
export function Attachment({ attachment }: { readonly attachment: APIAttachment }) {
  const { filename, url, size, content_type: type, description } = attachment;
  if (type?.startsWith('image/'))
    return <Picture kind="media" url={url} description={description ?? filename} />;
  return <FileCard name={filename} url={url} bytes={size} />;
}
