# Stands for Windows' netsh, and for the installed program: writes down how it was called. There is a rule where a file says so.

Unicode True
Target amd64-unicode
SilentInstall silent
OutFile "${OUT}"
RequestExecutionLevel user

Section
  FileOpen $0 "C:\trial\calls.txt" a
  FileSeek $0 0 END
  FileWriteUTF16LE $0 "$CMDLINE$\r$\n"
  FileClose $0
  IfFileExists "C:\trial\has-rule" +2
  SetErrorLevel 1
SectionEnd
