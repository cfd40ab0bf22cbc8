" Writes the group of each place that `asked` names into `told`.
filetype plugin on
syntax on
edit journal.tegoed
let told = []
for place in readfile('asked')
  let [line, byte] = split(place)
  call add(told, synIDattr(synID(str2nr(line), str2nr(byte), 1), 'name'))
endfor
call writefile(told, 'told')
qall!
