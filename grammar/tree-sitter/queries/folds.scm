(section) @fold
(entry) @fold
