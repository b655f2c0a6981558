# The smallest installer, and with BUILD_UNINSTALLER the smallest uninstaller, around resources/installer.nsh, for Wine: what
# electron-builder defines before it includes that file is defined here. `npm run test:installer` compiles and runs both.

Unicode True
Target amd64-unicode
Name "${PRODUCT_NAME}"
OutFile "${OUT}"
InstallDir "C:\trial\${PRODUCT_NAME}"
RequestExecutionLevel user
!define APP_EXECUTABLE_FILENAME "${PRODUCT_NAME}.exe"
!include LogicLib.nsh

# A flag on the command line of electron-builder's; here a file.
!macro _isUpdated _a _b _t _f
  IfFileExists "C:\trial\is-updated" `${_t}` `${_f}`
!macroend
!define isUpdated `"" isUpdated ""`

# The program as whoever is signed in; Wine knows one account.
!macro runAsUser result program verb arguments
  ExecWait '"${program}" ${arguments}'
!macroend
!define StdUtils.ExecShellAsUser "!insertmacro runAsUser"

!include "${BUILD_RESOURCES_DIR}/installer.nsh"
!include MUI2.nsh

!ifndef BUILD_UNINSTALLER
  Var appExe
  !insertmacro customPageAfterChangeDir
  !insertmacro MUI_PAGE_INSTFILES
!else
  !insertmacro MUI_UNPAGE_INSTFILES
  !insertmacro customUninstallPage
  !insertmacro MUI_UNPAGE_FINISH
!endif
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Hindi"

!ifndef BUILD_UNINSTALLER
  Function .onInit
    !insertmacro customInit
    # Nobody is there to tick it.
    IfFileExists "C:\trial\wants-to-start" 0 +2
    StrCpy $startsWithWindows ${BST_CHECKED}
  FunctionEnd
!endif

Section
  SetOutPath $INSTDIR
  !ifdef BUILD_UNINSTALLER
    WriteUninstaller "$INSTDIR\uninstall.exe"
  !else
    StrCpy $appExe "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    CopyFiles /SILENT "$SYSDIR\netsh.exe" "$appExe"
    !insertmacro customInstall
  !endif
SectionEnd

!ifdef BUILD_UNINSTALLER
  Section un.trial
    !insertmacro customUnInstall
  SectionEnd
!endif
