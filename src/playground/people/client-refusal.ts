/** What a Discord client would not let its user do; a test that tries it is wrong. */
export class ClientRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRefusal';
  }
}
