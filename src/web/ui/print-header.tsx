type PrintHeaderProps = Readonly<{
  /** The authority above, then the authority that issues. */
  authorities: readonly string[];
  title: string;
  /** Place and date line, report period, printed by whom. */
  notes?: readonly string[];
}>;

/** Head of a printed page: authority and national motto, as Decree 30/2020/NĐ-CP, Appendix I lays it out. */
export function PrintHeader({ authorities, title, notes = [] }: PrintHeaderProps) {
  return (
    <header class="mc-print-head">
      <div class="mc-print-head__top">
        <p>
          {authorities.map((authority, index) => (
            <span
              key={authority}
              class={index === authorities.length - 1 ? 'mc-print-head__issuer' : undefined}
            >
              {authority}
            </span>
          ))}
        </p>
        <p>
          <span class="mc-print-head__issuer">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</span>
          <span class="mc-print-head__motto">Độc lập - Tự do - Hạnh phúc</span>
        </p>
      </div>
      <p class="mc-print-head__title">{title}</p>
      {notes.map((note) => (
        <p key={note} class="mc-print-head__note">
          {note}
        </p>
      ))}
    </header>
  );
}
