/** The page begins here: connects, keeps what it knows, and draws it anew after each change. */
import { render } from 'lit';
import { createActions } from './actions.ts';
import { connect } from './connection.ts';
import { watchWidth } from './drawers.ts';
import { refineLook } from './look.ts';
import { createKeeper, readKept } from './kept.ts';
import { languageOf } from './looks.ts';
import { receive } from './receive.ts';
import { createStore, type State } from './store.ts';
import { appView } from './views/app.ts';

/** Relative times are kept true this often. */
const tickMs = 15_000;

refineLook();

const storage = () => sessionStorage;
const keep = createKeeper(storage);
const store = createStore(readKept(storage), draw);
const connection = connect({
  heard: (message) => {
    store.change(receive(store.get(), message));
  },
  changed: (connected) => {
    const { person, gallery } = store.get();
    store.change({ connected });
    if (!connected) return;
    void actions.comeBack(person);
    if (gallery.length === 0) void actions.loadGallery();
  },
});
const actions = createActions(store, connection.ask);

const dark = matchMedia('(prefers-color-scheme: dark)');
const followSystem = (): void => {
  store.change({ theme: store.get().chosenTheme ?? (dark.matches ? 'dark' : 'light') });
};
dark.addEventListener('change', followSystem);
followSystem();
watchWidth(() => {
  store.change({});
});
setInterval(() => {
  store.change({});
}, tickMs);

function draw(state: State): void {
  document.documentElement.lang = languageOf(state) === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = state.theme;
  document.querySelector('.loading')?.remove();
  render(appView({ state, actions }), document.body);
  keep(state);
}
