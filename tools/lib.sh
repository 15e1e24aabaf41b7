# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors
#
# What tools/run and tools/test share: words in the person's language, packages, the build. Sourced by bash.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# The language of the environment as gettext reads it; Kazakh where none is set, as in the program itself.
qg_language() {
  local locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}} tag
  case $locale in
    C | POSIX | C.*) [ -n "${LANGUAGE:-}" ] || { echo kk; return; } ;;
  esac
  local IFS=:
  for tag in ${LANGUAGE:-} "$locale"; do
    case $tag in
      kk*) echo kk; return ;;
      ru*) echo ru; return ;;
      en*) echo en; return ;;
    esac
  done
  echo en
}

# say KEY [ARGUMENT]: one line on standard error; standard output belongs to the program that is started.
say() {
  local text
  case $(qg_language):$1 in
    kk:install) text='Жетіспейтін бумалар орнатылуда: %s' ;;
    ru:install) text='Установка недостающих пакетов: %s' ;;
    *:install) text='Installing what is missing: %s' ;;
    kk:install-failed) text='error: бумаларды орнату мүмкін болмады; желі мен бумалар тізімін тексеріп, қайталаңыз. Толығы: %s' ;;
    ru:install-failed) text='error: не удалось установить пакеты; проверьте сеть и источники пакетов и повторите. Подробности: %s' ;;
    *:install-failed) text='error: the packages could not be installed; check the network and the package sources, then try again. Details: %s' ;;
    kk:by-hand) text='error: мыналарды (Debian-дағы атаулары) орнатып, қайта іске қосыңыз: %s' ;;
    ru:by-hand) text='error: установите следующее (имена как в Debian) и запустите снова: %s' ;;
    *:by-hand) text='error: install these (by their names in Debian), then start again: %s' ;;
    kk:build) text='Qogam құрастырылуда…' ;;
    ru:build) text='Сборка Qogam…' ;;
    *:build) text='Building Qogam…' ;;
    kk:build-failed) text='error: құрастыру сәтсіз аяқталды; толығы: %s' ;;
    ru:build-failed) text='error: сборка не удалась; подробности: %s' ;;
    *:build-failed) text='error: the build failed; details: %s' ;;
    kk:no-display) text='Экран жоқ: терезенің орнына жалпы көрініс осы қалтаға жазылады.' ;;
    ru:no-display) text='Экрана нет: вместо окна обзор записывается в текущую папку.' ;;
    *:no-display) text='There is no display: instead of a window, the overview is written to the current folder.' ;;
  esac
  # shellcheck disable=SC2059 # the words are ours
  printf "$text\n" "${2:-}" >&2
}

# The lines of tools/packages that belong to the groups: 'package what'.
qg_packages() {
  awk -v groups=" $* " '/^[a-z]/ && index(groups, " " $1 " ") { print $2, $3 }' "$top/tools/packages"
}

# Which of 'a|b' or 'a?' is to be had: one name, or nothing where it is optional and this release lacks it.
qg_candidate() {
  local name
  local IFS='|'
  for name in ${1%\?}; do
    if [ -n "$(apt-cache --quiet=0 policy "$name" 2>/dev/null | awk '/Candidate:/ && $2 != "(none)"')" ]; then
      echo "$name"
      return
    fi
  done
  case $1 in *\?) ;; *) echo "${1%%|*}" ;; esac
}

# The packages of the groups that are not installed, as they stand in tools/packages.
qg_missing_debian() {
  local installed line name found
  installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
    awk '$1 == "installed" { print $2 }' | tr '\n' ' ')"
  while read -r line _; do
    found=
    local IFS='|'
    for name in ${line%\?}; do
      case $installed in *" $name "*) found=1 ;; esac
    done
    IFS=' '
    [ -n "$found" ] || echo "$line"
  done < <(qg_packages "$@")
}

# The same where there is no dpkg: by commands and pkg-config modules, as far as they can be looked for.
qg_missing_elsewhere() {
  local name what
  while read -r name what; do
    case $what in
      cmd:*) command -v "${what#cmd:}" >/dev/null || echo "$name" ;;
      pkg:*) pkg-config --exists "${what#pkg:}" 2>/dev/null || echo "$name" ;;
    esac
  done < <(qg_packages "$@" | grep -v '?')
}

# qg_install GROUP…: sees to it that the packages are there, or says what to install and stops.
qg_install() {
  local missing=() wanted=() root=() name log
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    mapfile -t missing < <(qg_missing_elsewhere "$@")
    [ ${#missing[@]} -eq 0 ] || { say by-hand "${missing[*]}"; exit 1; }
    return
  fi
  mapfile -t missing < <(qg_missing_debian "$@")
  # What this release has not got stays missing for ever; it is remembered with the list it was found by.
  local known=$top/_build/.qogam-packages sum
  sum=$(printf '%s\n' "${missing[@]}" "$(cat /etc/debian_version 2>/dev/null)" | cksum)
  if [ ${#missing[@]} -eq 0 ] || grep -qsxF "$sum" "$known"; then
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say by-hand "${missing[*]}"
      exit 1
    fi
    root=(sudo)
  fi
  log=$(mktemp "${TMPDIR:-/tmp}/qogam-install-XXXXXX.log")
  # Without lists of packages nothing has a candidate; with old ones a download may fail.
  "${root[@]}" apt-get update >"$log" 2>&1 || true
  for name in "${missing[@]}"; do
    name=$(qg_candidate "$name")
    [ -z "$name" ] || wanted+=("$name")
  done
  if [ ${#wanted[@]} -gt 0 ]; then
    say install "${wanted[*]}"
    if ! "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      "${wanted[@]}" </dev/null >>"$log" 2>&1; then
      tail -n 5 "$log" >&2
      say install-failed "$log"
      exit 1
    fi
  fi
  rm -f "$log"
  mapfile -t missing < <(qg_missing_debian "$@")
  if [ ${#missing[@]} -gt 0 ]; then
    mkdir -p "$top/_build"
    printf '%s\n' "${missing[@]}" "$(cat /etc/debian_version 2>/dev/null)" | cksum >>"$known"
  fi
}

# qg_ninja FOLDER LOG: builds; who looks on at a terminal sees how far it is.
qg_ninja() {
  local line status
  if [ ! -t 2 ]; then
    ninja -C "$1" >"$2" 2>&1
    return
  fi
  NINJA_STATUS='%f/%t ' ninja -C "$1" 2>&1 | tee "$2" | while IFS= read -r line; do
    [[ ! $line =~ ^[0-9]+/[0-9]+\  ]] || printf '\r%s\033[K' "${line%% *}" >&2
  done
  status=${PIPESTATUS[0]}
  printf '\r\033[K' >&2
  return "$status"
}

# qg_build FOLDER [MESON-OPTION…]: configures and builds; says nothing when there is nothing to do.
qg_build() {
  local build=$1 log said=
  shift
  log=$build/qogam-build.log
  mkdir -p "$build"
  if [ ! -f "$build/build.ninja" ]; then
    say build
    said=1
    # A folder that was half configured when someone stopped it is begun anew.
    rm -rf "$build/meson-private" "$build/meson-info"
    if ! meson setup "$build" "$top" "$@" >"$log" 2>&1; then
      tail -n 15 "$log" >&2
      say build-failed "$log"
      return 1
    fi
  elif [ $# -gt 0 ] && ! meson configure "$build" "$@" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    say build-failed "$log"
    return 1
  fi
  # A folder that is new beside the others is looked for by meson.build, not by ninja.
  if [ -z "$said" ] && [ -n "$(find "$top"/{data,po,src,tests,ui} -name meson.build -newer "$build/build.ninja" \
    -print -quit 2>/dev/null)" ]; then
    say build
    said=1
    if ! meson setup --reconfigure "$build" "$top" >"$log" 2>&1; then
      tail -n 15 "$log" >&2
      say build-failed "$log"
      return 1
    fi
  fi
  if [ -z "$said" ] && ! ninja -C "$build" -n 2>/dev/null | grep -q 'no work to do'; then
    say build
  fi
  if ! qg_ninja "$build" "$log"; then
    grep -E -A12 'FAILED|error:|ERROR' "$log" | head -n 40 >&2
    say build-failed "$log"
    return 1
  fi
}
