// Renders a message's components. Buttons and menus are in controls.tsx.
// https://discord.com/developers/docs/components/reference
import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APIThumbnailComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Markdown } from '../markdown/markdown-view.js';
import { pageText } from '../text.js';
import type { ControlContext } from './control-context.js';
import { Row, RowButton } from './controls.js';

/** Renders all components of a message. */
export function Components({
  components,
  context,
}: {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly context: ControlContext;
}) {
  return (
    <div class="components">
      {components.map((component, index) => (
        <Component key={component.id ?? index} component={component} context={context} />
      ))}
    </div>
  );
}

function Component({
  component,
  context,
}: {
  readonly component: APIMessageTopLevelComponent | APIComponentInContainer;
  readonly context: ControlContext;
}) {
  switch (component.type) {
    case ComponentType.Container:
      return <Container container={component} context={context} />;
    case ComponentType.ActionRow:
      return <Row row={component} context={context} />;
    case ComponentType.Section:
      return <Section section={component} context={context} />;
    case ComponentType.TextDisplay:
      return <Markdown text={component.content} />;
    case ComponentType.Separator:
      return <Separator separator={component} />;
    case ComponentType.MediaGallery:
      return <Gallery gallery={component} />;
    case ComponentType.File:
      return <File file={component} />;
    default:
      return <p class="unknown">{pageText.unknownComponent}</p>;
  }
}

function Container({
  container,
  context,
}: {
  readonly container: APIContainerComponent;
  readonly context: ControlContext;
}) {
  const { accent_color: accent } = container;
  const style = accent == null ? {} : { '--accent': `#${accent.toString(16).padStart(6, '0')}` };
  return (
    <Spoilered isHidden={container.spoiler === true}>
      <div class={accent == null ? 'container' : 'container accented'} style={style}>
        {container.components.map((component, index) => (
          <Component key={component.id ?? index} component={component} context={context} />
        ))}
      </div>
    </Spoilered>
  );
}

function Section({
  section,
  context,
}: {
  readonly section: APISectionComponent;
  readonly context: ControlContext;
}) {
  const { accessory } = section;
  return (
    <div class="section">
      <div>
        {section.components.map((component, index) => (
          <Markdown key={component.id ?? index} text={component.content} />
        ))}
      </div>
      {accessory.type === ComponentType.Button ? (
        <RowButton button={accessory} context={context} />
      ) : (
        <Thumbnail thumbnail={accessory} />
      )}
    </div>
  );
}

function Separator({ separator }: { readonly separator: APISeparatorComponent }) {
  const isLarge = separator.spacing === SeparatorSpacingSize.Large;
  return <hr class={`${isLarge ? 'large' : 'small'}${separator.divider === false ? ' invisible' : ''}`} />;
}

function Thumbnail({ thumbnail }: { readonly thumbnail: APIThumbnailComponent }) {
  return (
    <Spoilered isHidden={thumbnail.spoiler === true}>
      <Picture kind="thumbnail" url={thumbnail.media.url} description={thumbnail.description} />
    </Spoilered>
  );
}

function Gallery({ gallery }: { readonly gallery: APIMediaGalleryComponent }) {
  return (
    <div class="gallery">
      {gallery.items.map((item) => (
        <Spoilered key={item.media.url} isHidden={item.spoiler === true}>
          <Picture kind="media" url={item.media.url} description={item.description} />
        </Spoilered>
      ))}
    </div>
  );
}

function File({ file }: { readonly file: APIFileComponent }) {
  const name =
    file.name ??
    file.file.url
      .replace(/^attachment:\/\//, '')
      .split('/')
      .at(-1) ??
    'file';
  return (
    <Spoilered isHidden={file.spoiler === true}>
      <FileCard name={name} url={file.file.url} bytes={file.size} />
    </Spoilered>
  );
}

/** A file's name, linked if it has an http(s) URL, and its size. */
export function FileCard({
  name,
  url,
  bytes,
}: {
  readonly name: string;
  readonly url: string;
  readonly bytes?: number | undefined;
}) {
  return (
    <p class="file">
      {/^https?:/i.test(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {bytes === undefined ? null : <small> {pageText.bytes(bytes)}</small>}
    </p>
  );
}

/** An image. Images on other servers aren't loaded, so that viewing a message contacts nobody. */
export function Picture({
  kind,
  url,
  description,
}: {
  readonly kind: 'thumbnail' | 'media';
  readonly url: string;
  readonly description?: string | null | undefined;
}) {
  const [isMissing, setMissing] = useState(false);
  const isLocal = url.startsWith('data:image/') || url.startsWith(`${window.location.origin}/`);
  if (!isLocal || isMissing) {
    return <span class={`${kind} missing`}>{description || pageText.remoteImage}</span>;
  }
  return <img class={kind} src={url} alt={description ?? ''} onError={() => setMissing(true)} />;
}

function Spoilered({
  isHidden,
  children,
}: {
  readonly isHidden: boolean;
  readonly children: ComponentChildren;
}) {
  const [isShown, setShown] = useState(false);
  if (!isHidden || isShown) return <>{children}</>;
  return (
    <button
      type="button"
      class="spoiler-cover"
      aria-label={pageText.showSpoiler}
      onClick={() => setShown(true)}
    >
      <span aria-hidden="true" inert>
        {children}
      </span>
      <span class="spoiler-label">{pageText.spoiler}</span>
    </button>
  );
}
