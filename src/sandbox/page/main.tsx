// Opens the page. Who one is and what one looks at stands in the address: `#USER/CHANNEL`.
import { render } from 'preact';
import { createApi } from './api.js';
import { App } from './app.js';
import { createSession, type Whereabouts } from './session.js';

const whereabouts: Whereabouts = {
  read() {
    const [userId, channelId] = window.location.hash.slice(1).split('/');
    return { userId: userId || undefined, channelId: channelId || undefined };
  },
  write(userId, channelId) {
    window.history.replaceState(undefined, '', `#${userId}/${channelId}`);
  },
};

const session = createSession(createApi(window.location.origin), whereabouts);
render(<App session={session} />, document.body);
void session.start();
