// Starts the page. The URL's hash holds the current user and channel: `#USER/CHANNEL`.
import { render } from 'preact';
import { App } from './layout/app.js';
import { createApi } from './state/api.js';
import { createSession, type PageLocation } from './state/session.js';

const pageLocation: PageLocation = {
  read() {
    const [userId, channelId] = window.location.hash.slice(1).split('/');
    return { userId: userId || undefined, channelId: channelId || undefined };
  },
  write(userId, channelId) {
    window.history.replaceState(undefined, '', `#${userId}/${channelId}`);
  },
  watch(listener) {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  },
};

const session = createSession(createApi(window.location.origin), pageLocation);
render(<App session={session} />, document.body);
void session.start();
