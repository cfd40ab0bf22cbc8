; What people wrote in comments may hold TODO and web addresses.
((comment) @injection.content
  (#set! injection.language "comment"))
