" Vim compiler file
" Compiler: tegoed check, a line for each finding

if exists('current_compiler')
  finish
endif
let current_compiler = 'tegoed'

let s:save_cpo = &cpo
set cpo&vim

CompilerSet makeprg=tegoed\ check\ --output-format\ concise
" 2026.tegoed:12:3: error[R001] unknown-invoice: …
CompilerSet errorformat=%f:%l:%c:\ %trror[%*[^]]]\ %m,%f:%l:%c:\ %tarning[%*[^]]]\ %m,%f:%l:%c:\ %tdvice[%*[^]]]\ %m,%f:%l:%c:\ %m

let &cpo = s:save_cpo
unlet s:save_cpo
