/** An element that draws into the page itself, so that the one style sheet and the labels of the page reach it. */
import { LitElement } from 'lit';

export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
