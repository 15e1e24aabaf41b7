# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Qogam contributors

# Completion for fish: commands, options, and the ids that are in the map.

function __qogam_ids
    set -l tokens (commandline -opc)
    set -l map (string match -- '--map=*' $tokens)
    $tokens[1] list --what=$argv[1] $map 2>/dev/null | string split -f 1 \t
end

# An entity, then a comma, then another one.
function __qogam_ends
    set -l before (string match -r -- '(?<=^--path=).*,' (commandline -ct))
    for id in (__qogam_ids entities)
        echo "$before$id"
    end
end

set -l languages 'kk kk-Latn ru en'
set -l commands check list search path export convert

complete -c qogam -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c qogam -n "not __fish_seen_subcommand_from $commands" -l version
complete -c qogam -n "not __fish_seen_subcommand_from $commands" -l new
complete -c qogam -n "not __fish_seen_subcommand_from $commands" -l graph -x
complete -c qogam -l help

complete -c qogam -n "__fish_seen_subcommand_from $commands" -l graph -x
complete -c qogam -n '__fish_seen_subcommand_from list search path export' -s m -l map -r -F
complete -c qogam -n '__fish_seen_subcommand_from list search path export convert' -s l -l lang -x -a "$languages"
complete -c qogam -n '__fish_seen_subcommand_from list search path' -s j -l json
complete -c qogam -n '__fish_seen_subcommand_from list' -s w -l what -x -a 'entities relations views tours sources lists kinds verbs'
complete -c qogam -n '__fish_seen_subcommand_from search' -s n -l max -x
complete -c qogam -n '__fish_seen_subcommand_from path' -f -a '(__qogam_ids entities)'
complete -c qogam -n '__fish_seen_subcommand_from convert' -l from -x -a 'json dot graphml csv cxl'
complete -c qogam -n '__fish_seen_subcommand_from convert' -l to -x -a 'json dot graphml csv cxl gexf canvas'
complete -c qogam -n '__fish_seen_subcommand_from convert' -s f -l force

set -l export '__fish_seen_subcommand_from export'
complete -c qogam -n $export -s o -l output -r -F
complete -c qogam -n $export -l format -x -a 'svg pdf png json dot graphml csv cxl gexf canvas'
complete -c qogam -n $export -l view -x -a '(__qogam_ids views)'
complete -c qogam -n $export -l tour -x -a '(__qogam_ids tours)'
complete -c qogam -n $export -l focus -x -a '(__qogam_ids entities)'
complete -c qogam -n $export -l depth -x -a '1 2 3 4 5'
complete -c qogam -n $export -l path -x -a '(__qogam_ends)'
complete -c qogam -n $export -l entities -x -a '(__qogam_ids entities)'
complete -c qogam -n $export -l all-views
complete -c qogam -n $export -l whole
complete -c qogam -n $export -l second-lang -x -a "$languages"
complete -c qogam -n $export -l page -x -a '16:9 4:3 a4 a3 a2 a1 a0 letter fit 1920x1080px'
complete -c qogam -n $export -l portrait
complete -c qogam -n $export -l margin -x
complete -c qogam -n $export -l engine -x -a 'dot neato fdp sfdp twopi circo osage given'
complete -c qogam -n $export -l theme -x -a 'light dark print'
complete -c qogam -n $export -l title
complete -c qogam -n $export -l no-title
complete -c qogam -n $export -l legend
complete -c qogam -n $export -l no-legend
complete -c qogam -n $export -l sources
complete -c qogam -n $export -l no-sources
complete -c qogam -n $export -l footer
complete -c qogam -n $export -l no-footer
complete -c qogam -n $export -l words
complete -c qogam -n $export -l no-words
complete -c qogam -n $export -l handout -x -a '1 2 4 6'
complete -c qogam -n $export -l lines
complete -c qogam -n $export -l dpi -x
complete -c qogam -n $export -l width -x
complete -c qogam -n $export -l transparent
complete -c qogam -n $export -l outlines
complete -c qogam -n $export -l author -x
complete -c qogam -n $export -s f -l force
complete -c qogam -n $export -l report
