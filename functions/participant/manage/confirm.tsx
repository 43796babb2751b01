/**
 * The two choices of a page that asks before it ends something: to do it, or to go back.
 *
 * @param action path that the form is sent to
 * @param address path of the private page
 */
export function Confirm({
  action,
  confirm,
  address,
  keep,
}: {
  readonly action: string;
  /** The text of the button that does it. */
  readonly confirm: string;
  readonly address: string;
  /** The text of the link back. */
  readonly keep: string;
}) {
  return (
    <div class="actions">
      <form method="post" action={action}>
        <button class="button grave" type="submit">
          {confirm}
        </button>
      </form>
      <a class="button quiet" href={address}>
        {keep}
      </a>
    </div>
  );
}
