/** The open door: the house of the administration with its door ajar. */
export function BrandMark() {
  return (
    <svg class="mc-mark" width="34" height="40" viewBox="0 0 34 40" aria-hidden="true" focusable="false">
      <path class="mc-mark__frame" d="M3 38V17C3 8.5 9 3 17 3s14 5.5 14 14v21" />
      <path class="mc-mark__leaf" d="M10 38V18.5c0-5 3-8.5 7.5-8.5v28z" />
      <circle class="mc-mark__knob" cx="14.6" cy="25" r="1.5" />
      <path class="mc-mark__step" d="M0 38.5h34" />
    </svg>
  );
}
