/** What a worker is told about the function it runs. */
export type Place = {
  readonly entry: string;
  readonly handler: string;
  readonly name: string;
  readonly arn: string;
  readonly memory: number;
};

/** One invocation. `event` is JSON, `deadline` milliseconds since the epoch. */
export type Call = {
  readonly event: string;
  readonly requestId: string;
  readonly deadline: number;
};

/** What a worker says: that its bundle is loaded, or how a call ended. A result of `undefined` is none. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: string | undefined }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly stack: string;
    };
