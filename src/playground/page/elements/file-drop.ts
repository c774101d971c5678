/** Files dropped anywhere on the page come to one element. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class FileDrop implements ReactiveController {
  /** Files are being held over the page. */
  over = false;
  readonly #host: ReactiveControllerHost;
  readonly #take: (files: FileList | null) => void;

  constructor(host: ReactiveControllerHost, take: (files: FileList | null) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.#onDrag);
    addEventListener('dragleave', this.#onLeave);
    addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#onDrag);
    removeEventListener('dragleave', this.#onLeave);
    removeEventListener('drop', this.#onDrop);
  }

  readonly #onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.#show(true);
  };

  readonly #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#show(false);
  };

  /** Text that is dropped goes where the browser puts it. */
  readonly #onDrop = (event: DragEvent): void => {
    this.#show(false);
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.#take(event.dataTransfer.files);
  };

  #show(over: boolean): void {
    this.over = over;
    this.#host.requestUpdate();
  }
}
